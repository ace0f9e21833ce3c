/** Width (CSS px) from which a list and its detail stand beside each other. */
export const wideFrom = 1000
