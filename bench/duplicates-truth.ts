/**
 * Which entries of the extracts are one place, by reading: every pair of one file within 300 m whose places have names of
 * their own, similar by 0.25 or more, or the same telephone number or website, was looked at with its names, addresses and
 * categories; nobody went there. A pair that is in no list was found to be two places. Ids only: a file's record ids,
 * and for the table of London the number of the row.
 */
interface Truth {
  /** In SHARED_DATA. */
  file: string;
  /** Pairs that were looked at. */
  read: number;
  same: [string, string][];
  /** Reading does not tell; they count neither way. */
  unsure: [string, string][];
}

export const truths: Truth[] = [
  { file: 'osm/andorra.osm.pbf', read: 5, same: [], unsure: [['node/2050466657', 'node/4927139321']] },
  {
    file: 'geojson/firenze-pois.geojson',
    read: 353,
    same: [
      ['721285934485318', '721286953101226'],
      ['721286916639353', '721286953101175'],
    ],
    unsure: [
      ['721285934485318', '721286953101225'],
      ['721286953101225', '721286953101226'],
      ['721286953101172', '721286953101192'],
      ['721286492594717', '721286492594926'],
    ],
  },
  { file: 'osm/helsinki.osm.pbf', read: 42, same: [['node/369550855', 'way/122595247']], unsure: [] },
  { file: 'osm/lauf.osm.pbf', read: 1, same: [], unsure: [] },
  { file: 'osm/london.osm.pbf', read: 12, same: [], unsure: [] },
  { file: 'csv/london-repairers.csv', read: 13, same: [['row 22', 'row 77']], unsure: [] },
  { file: 'osm/malta.osm.pbf', read: 1, same: [['node/1266975873', 'way/139266501']], unsure: [] },
  { file: 'osm/monaco.osm.pbf', read: 1, same: [], unsure: [] },
  {
    file: 'json/nantes-2020.json',
    read: 7,
    same: [
      ['node/4244068292', 'node/6581235085'],
      ['node/1730640904', 'node/5931513699'],
    ],
    unsure: [],
  },
];
