import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCoordinates } from '../../web/features/register/where/coordinates.ts';

const firenze = { lat: 43.77, lon: 11.25 };

test.each([
  '43.77, 11.25',
  ' 43.77 11.25 ',
  '43.77;11.25',
  '43,77; 11,25',
  '43,77 11,25',
  '43.77N, 11.25E',
  '11.25 E 43.77 N',
  '43.77° N, 11.25° E',
  '43°46′12″N 11°15′0″E',
  '43°46\'12.0"N 11°15\'0.0"E',
  'geo:43.77,11.25',
  'geo:43.77,11.25,40;u=35',
  'geo:0,0?q=43.77,11.25(Piazza)',
  'https://www.openstreetmap.org/#map=17/43.77/11.25',
  'https://www.openstreetmap.org/?mlat=43.77&mlon=11.25#map=12/43.9/11.4',
  'https://www.openstreetmap.org/node/123#map=19/43.77/11.25&layers=N',
  'https://www.google.com/maps/@43.77,11.25,17z',
  'https://www.google.it/maps/place/Somewhere/@43.9,11.4,15z/data=!3m1!4b1!4m6!3m5!1s0x0!8m2!3d43.77!4d11.25!16s',
  'https://maps.google.com/?q=43.77,11.25',
  'https://www.google.com/maps/search/?api=1&query=43.77%2C11.25',
  'https://maps.apple.com/?ll=43.77,11.25&q=Somewhere',
  'https://ricircolo.example/?lang=it#14/43.77/11.25',
])('reads %s', (text) => {
  expect(readCoordinates(text)).toEqual(firenze);
});

test('reads the south and the west', () => {
  expect(readCoordinates('-33.45, -70.66')).toEqual({ lat: -33.45, lon: -70.66 });
  expect(readCoordinates('33.45S 70.66O')).toEqual({ lat: -33.45, lon: -70.66 });
});

test.each([
  '',
  'Via Roma 1',
  '43.77',
  '91, 11',
  '43.77, 181',
  '43.77N 11.25N',
  '43.77N, 11.25',
  'https://maps.app.goo.gl/abc',
  'https://www.google.com/maps/place/%E0%A4%A/',
  'https://',
  'geo:here',
])('finds no position in "%s"', (text) => {
  expect(readCoordinates(text)).toBeNull();
});

test('reads back any position as it is commonly written, and never fails', () => {
  const lat = fc.double({ min: -90, max: 90, noNaN: true }).map((value) => Number(value.toFixed(6)) + 0);
  const lon = fc.double({ min: -180, max: 180, noNaN: true }).map((value) => Number(value.toFixed(6)) + 0);
  fc.assert(
    fc.property(lat, lon, (lat, lon) => {
      const written = `${lat.toFixed(6)}, ${lon.toFixed(6)}`;
      expect(readCoordinates(written)).toEqual({ lat, lon });
      expect(readCoordinates(`geo:${lat.toFixed(6)},${lon.toFixed(6)}`)).toEqual({ lat, lon });
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,-°′" NSEWgeo:/?&=#@!') }), (text) => {
      const found = readCoordinates(text);
      expect(found === null || (Math.abs(found.lat) <= 90 && Math.abs(found.lon) <= 180)).toBe(true);
    }),
  );
});
