/** How far (px) outside the visible part something counts as near. */
export const nearMargin = 200
