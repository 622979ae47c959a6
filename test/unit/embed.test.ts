import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentFor, contrast } from '../../web/embed/accent.ts';
import { componentCode, frameAddress, frameCode } from '../../web/embed/configure/code.ts';
import { type EmbedSettings, embedQuery, parseAccent, parseEmbed } from '../../web/embed/settings.ts';
import { noFilters } from '../../web/lib/url.ts';

const parse = (query: string) => parseEmbed(new URL(`https://map.example/embed?${query}`));

describe('the address of a frame', () => {
  it('says what the settings are, and reads back the same', () => {
    const settings: EmbedSettings = {
      area: { kind: 'box', box: { west: 11.1, south: 43.7, east: 11.4, north: 43.9 } },
      filters: { ...noFilters, categories: ['repair', 'give'], actions: ['BORROW'], openNow: true },
      view: 'list',
      theme: 'dark',
      accent: '#0a6b3c',
      height: 700,
    };
    expect(parse(embedQuery(settings).toString())).toEqual(settings);
    for (const area of [
      { kind: 'town' as const, name: 'L’Aquila & co' },
      { kind: 'region' as const, code: 'ITI1' },
      { kind: 'near' as const, near: { lon: 11.25, lat: 43.77, radiusMeters: 3000, name: null } },
    ]) {
      expect(parse(embedQuery({ ...settings, area }).toString()).area).toEqual(area);
    }
  });

  it('opens something useful when it is wrong', () => {
    const wrong = parse('bbox=1,2,3&near=999,0&view=circus&theme=pink&accent=red&height=-4');
    expect(wrong).toMatchObject({ area: null, view: 'both', theme: 'auto', accent: null, height: 560 });
    expect(parse('height=9').height).toBe(320);
    expect(parse('bbox=1,50,2,40').area).toBeNull();
  });

  it('takes colours with and without a sign, short and long', () => {
    expect(['#0A6B3C', '0a6b3c', '#abc', 'f00'].map(parseAccent)).toEqual(['#0a6b3c', '#0a6b3c', '#aabbcc', '#ff0000']);
  });
});

it('keeps every colour readable on its ground, and the text on it', () => {
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(hex, (colour) => {
      const light = accentFor(colour, 'light');
      const dark = accentFor(colour, 'dark');
      for (const ground of ['#ffffff', '#f5f7f4', '#ebeeea']) {
        expect(contrast(light.accent, ground)).toBeGreaterThanOrEqual(4.5);
      }
      for (const ground of ['#1a211d', '#212a25']) expect(contrast(dark.accent, ground)).toBeGreaterThanOrEqual(4.5);
      for (const { accent, onAccent } of [light, dark]) expect(contrast(accent, onAccent)).toBeGreaterThanOrEqual(4.5);
    }),
  );
  // A colour that can be read is left as it is.
  expect(accentFor('#0a3c6b', 'light').accent).toBe('#0a3c6b');
});

describe('the code to paste', () => {
  const choice = { language: 'it', settings: { ...parse('town=L%E2%80%99Aquila "<b>"&view=list') } };

  it('is markup that keeps what was typed inside its attribute', () => {
    for (const code of [frameCode(choice, 'https://map.example', 'en'), componentCode(choice, 'https://map.example')]) {
      expect(code).not.toContain('<b>');
      expect(code.split('"').length % 2).toBe(1);
    }
    expect(frameCode(choice, 'https://map.example', 'en')).toContain('sandbox="allow-scripts');
    expect(componentCode(choice, 'https://map.example')).toContain(' view="list" lang="it"></ricircolo-map>');
  });

  it('names a frame that reads back the same', () => {
    expect(parseEmbed(new URL(frameAddress(choice, 'https://map.example')))).toEqual(choice.settings);
  });
});
