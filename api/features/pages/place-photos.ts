/** What a place looks like, on its page and where a link to it shows. */
import { type Html, html } from '../../platform/html.ts';
import type { Listing } from '../listings/model.ts';
import { type Photo, previewFile, webFiles } from '../photos/model.ts';
import { pictureSize } from './card/size.ts';
import type { Page, PlaceDossier, Reader } from './model.ts';
import { withLanguage } from './reader.ts';
import { licencePage } from './web-address.ts';
import { words } from './words.ts';

/** The first photo; else the card, a small map. */
export function previewOf({ listing, photos: [photo] }: PlaceDossier, { language }: Reader): Required<Page>['picture'] {
  if (photo) {
    const { alt } = altOf(photo, listing, language);
    return { ...previewFile(photo), alt, mediaType: 'image/jpeg' };
  }
  const path = withLanguage(`/listings/${listing.slug}/card.png`, language);
  return { path, alt: words[language].pictureOf(listing.name), ...pictureSize, mediaType: 'image/png' };
}

/** In schema.org's terms; undefined without any. */
export function photoData({ listing, photos }: PlaceDossier, baseUrl: string, language: Reader['language']) {
  if (photos.length === 0) return undefined;
  return photos.map((photo) => {
    const { path, width, height } = webFiles(photo).at(-1) ?? previewFile(photo);
    return {
      '@type': 'ImageObject',
      url: baseUrl + path,
      contentUrl: baseUrl + path,
      width: `${width} px`,
      height: `${height} px`,
      caption: altOf(photo, listing, language).alt,
      creditText: photo.credit ?? undefined,
      license: licencePage(photo.licence),
    };
  });
}

export function photosOf({ listing, photos }: PlaceDossier, { language }: Reader): Html[] {
  return photos.map((photo) => {
    const files = webFiles(photo);
    const { alt, lang } = altOf(photo, listing, language);
    const sources = files.map(({ path, width }) => `${path} ${width}w`).join(', ');
    return html`<figure><img src="${files[0]?.path}" srcset="${sources}" sizes="(min-width: 48rem) 24rem, 100vw"
  width="${photo.width}" height="${photo.height}" alt="${alt}" lang="${lang}" loading="lazy" decoding="async">
<figcaption>${photo.credit && `${photo.credit}, `}<a href="${licencePage(photo.licence)}" rel="license noopener">${photo.licence}</a></figcaption></figure>`;
  });
}

/** What a photo shows, in the language or another; the place's name where nobody said. */
function altOf({ alt }: Photo, { name }: Listing, language: Reader['language']): { alt: string; lang: string } {
  const found = [language, 'en' as const, ...Object.keys(alt)].find((code) => alt[code as keyof Photo['alt']]);
  return { alt: alt[found as keyof Photo['alt']] ?? name, lang: found ?? language };
}
