/** The keys of a table as a tuple, so that a schema lists exactly what the table has. */
export function keysOf<const Table extends Record<string, unknown>>(
  table: Table,
): [keyof Table & string, ...(keyof Table & string)[]] {
  return Object.keys(table) as [keyof Table & string, ...(keyof Table & string)[]]
}
