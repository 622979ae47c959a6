/** The sources we know by name; others are made on demand from the options of an import. */
export interface SourceDescription {
  slug: string;
  kind: 'OSM' | 'OVERPASS' | 'GEOJSON' | 'CSV' | 'SEED';
  name: string;
  url?: string;
  /** SPDX id; absent where nobody stated one. */
  licence?: string;
  attribution?: string;
  /** Lower speaks first; people come before 50. */
  rank: number;
}

export const openStreetMap: SourceDescription = {
  slug: 'osm',
  kind: 'OSM',
  name: 'OpenStreetMap',
  url: 'https://www.openstreetmap.org/',
  licence: 'ODbL-1.0',
  attribution: '© OpenStreetMap contributors',
  rank: 50,
};

/** Places that public reports name; the project wrote down the facts itself, each row links its report. */
export const publicReports: SourceDescription = {
  slug: 'public-reports',
  kind: 'SEED',
  name: 'Public reports',
  licence: 'CC0-1.0',
  attribution: 'Facts noted by the Ricircolo project from the linked reports',
  rank: 60,
};

/** Rank of sources made on demand. */
export const defaultRank = 60;

/** Licences under which a record may be passed on. Anything else, and none at all, is shown here but never exported. */
const openLicences =
  /^(ODbL-1\.0|ODC-By-1\.0|PDDL-1\.0|CC0-1\.0|CC-BY(-SA)?-[234]\.\d|LicenseRef-etalab-2\.0|etalab-2\.0|OGL-UK-[23]\.0|IODL-2\.0|NLOD-[12]\.0|DL-DE-BY-2\.0|DL-DE-ZERO-2\.0)$/;

export function isOpenLicence(licence: string | undefined): boolean {
  return licence !== undefined && openLicences.test(licence);
}
