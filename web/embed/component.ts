/**
 * `/embed.js`: `<ricircolo-map town="Firenze" lang="it">` for the page of a town hall. It makes a sandboxed frame of
 * `/embed` with the element's attributes as the frame's query, and lets the frame say how tall it is.
 */
import { defaultHeight, frameLabels as labels, sandbox } from './frame.ts';

const passedOn = [
  'town',
  'region',
  'bbox',
  'near',
  'radius',
  'categories',
  'actions',
  'objects',
  'lang',
  'theme',
  'accent',
  'view',
  'height',
];
const most = 20_000;

/** Where this script comes from, and so the frame. */
const script = document.currentScript;
const origin = script instanceof HTMLScriptElement ? new URL(script.src).origin : window.location.origin;

class RicircoloMap extends HTMLElement {
  static observedAttributes = [...passedOn, 'label'];
  private frame: HTMLIFrameElement | null = null;

  connectedCallback() {
    this.frame = document.createElement('iframe');
    // Scripts and its own origin, which is never that of this page; links open outside the frame.
    this.frame.setAttribute('sandbox', sandbox);
    this.frame.setAttribute('loading', 'lazy');
    this.frame.setAttribute('referrerpolicy', 'strict-origin');
    this.frame.style.cssText = 'display:block;width:100%;border:0';
    this.show();
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.replaceChildren(this.frame);
    this.style.display ||= 'block';
    window.addEventListener('message', this.heard);
  }

  disconnectedCallback() {
    window.removeEventListener('message', this.heard);
  }

  attributeChangedCallback() {
    if (this.frame) this.show();
  }

  private show() {
    if (!this.frame) return;
    const url = new URL('/embed', origin);
    for (const name of passedOn) {
      const value = this.getAttribute(name);
      if (value) url.searchParams.set(name, value);
    }
    const language = (this.getAttribute('lang') ?? document.documentElement.lang).slice(0, 2).toLowerCase();
    if (!this.hasAttribute('lang') && language in labels) url.searchParams.set('lang', language);
    this.frame.title = this.getAttribute('label') ?? labels[language] ?? labels.en ?? '';
    this.frame.style.height = `${Number(this.getAttribute('height')) || defaultHeight}px`;
    if (this.frame.src !== url.href) this.frame.src = url.href;
  }

  /** Only from our frame, only from our origin, and only a height. */
  private heard = ({ data, origin: sender, source }: MessageEvent) => {
    if (!this.frame || source !== this.frame.contentWindow || sender !== origin) return;
    if (data?.type !== 'ricircolo:height' || !(data.height > 0 && data.height <= most)) return;
    this.frame.style.height = `${Math.ceil(data.height)}px`;
  };
}

if (!customElements.get('ricircolo-map')) customElements.define('ricircolo-map', RicircoloMap);
