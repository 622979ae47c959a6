import { InvalidInput } from '../../platform/errors.ts';

/** Throws InvalidInput unless a longitude and a latitude are where degrees can be. */
export function checkPoint({ lon, lat }: { lon: number; lat: number }, argument: string): void {
  if (!(Math.abs(lon) <= 180)) throw new InvalidInput(`${argument}.lon`, 'a longitude lies between -180 and 180.');
  if (!(Math.abs(lat) <= 90)) throw new InvalidInput(`${argument}.lat`, 'a latitude lies between -90 and 90.');
}
