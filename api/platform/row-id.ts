/** The id of a row from its decimal form; 0, which no row has, for anything that is none. */
export function parseRowId(text: string): number {
  const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0;
  return id <= 2_147_483_647 ? id : 0;
}

/** The id of a row from a decoded global id; 0 for one of another type, which is a thing that is not there. */
export function rowIdOf(type: string, { typename, id }: { typename: string; id: string }): number {
  return typename === type ? parseRowId(id) : 0;
}
