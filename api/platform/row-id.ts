/** The id of a row from its decimal form; 0, which no row has, for anything that is none. */
export function parseRowId(text: string): number {
  const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0;
  return id <= 2_147_483_647 ? id : 0;
}
