import { frameLabels, sandbox } from '../frame.ts';
import { type EmbedSettings, embedQuery } from '../settings.ts';

/** What the configurator makes: settings, and the language of the frame; null for the reader's own. */
export interface Choice {
  settings: EmbedSettings;
  language: string | null;
}

function queryOf({ settings, language }: Choice): URLSearchParams {
  const query = embedQuery(settings);
  if (language) query.set('lang', language);
  return query;
}

/** The address of the frame on this instance, `origin`. */
export function frameAddress(choice: Choice, origin: string): string {
  // Commas are allowed in a query and make the address readable.
  const query = queryOf(choice).toString().replaceAll('%2C', ',');
  return `${origin}/embed${query && `?${query}`}`;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const labelIn = (language: string) => frameLabels[language] ?? frameLabels.en ?? '';

/** `reader` is the language of who copies the code: that of the page that it goes to, unless another was chosen. */
export function frameCode(choice: Choice, origin: string, reader: string): string {
  return `<iframe src="${escaped(frameAddress(choice, origin))}"
  title="${escaped(labelIn(choice.language ?? reader))}"
  sandbox="${sandbox}"
  loading="lazy" referrerpolicy="strict-origin"
  style="display:block;width:100%;height:${choice.settings.height}px;border:0"></iframe>`;
}

export function componentCode(choice: Choice, origin: string): string {
  const attributes = [...queryOf(choice)].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
  return `<script src="${escaped(origin)}/embed.js" async></script>
<ricircolo-map${attributes}></ricircolo-map>`;
}
