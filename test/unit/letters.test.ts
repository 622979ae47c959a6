import { describe, expect, it } from 'vitest';
import { accountLetter, letterKinds } from '../../api/features/accounts/letters.ts';
import { freshnessLetter } from '../../api/features/freshness/letters.ts';
import { listingLetter, listingLetterKinds } from '../../api/features/listings/letters.ts';
import { moderationLetter, moderationLetterKinds } from '../../api/features/moderation/letters.ts';
import { invitationLetter } from '../../api/features/organizations/letters.ts';
import { languages } from '../../api/features/taxonomy/model.ts';
import { composeMail } from '../../api/platform/mail.ts';

const url = 'https://synthetic.example/?a=1&b=2';

describe.each(languages)('letters in %s', (language) => {
  it('say what to do, and where', () => {
    for (const kind of letterKinds) {
      const { text, html, subject } = composeMail('anna@synthetic.example', accountLetter(kind, language, url));
      expect(subject).not.toBe('');
      expect(text).toContain(url);
      expect(html).toContain('href="https://synthetic.example/?a=1&amp;b=2"');
    }
  });

  it('of decisions and about places name the place and the reason, whatever is in them', () => {
    const hostile = { place: 'Officina {reason} $& <script>', reason: 'Because {place}\r\nBcc: all@synthetic.example' };
    const mails = [
      ...moderationLetterKinds.map((kind) =>
        moderationLetter(kind, language, { ...hostile, action: { kind: 'see', url }, ground: 'LAW' }),
      ),
      ...listingLetterKinds.map((kind) => listingLetter(kind, language, { ...hostile, url })),
    ].map((letter) => composeMail('anna@synthetic.example', letter));
    for (const { subject, text, html } of mails) {
      expect(subject).toContain('Officina {reason} $& <script>');
      expect(subject).not.toMatch(/[\r\n]/);
      expect(text).toContain('Officina {reason} $& <script>');
      expect(text).toContain(url);
      expect(html).not.toContain('<script>');
    }
    expect(mails.filter(({ text }) => text.includes('Because {place}'))).toHaveLength(moderationLetterKinds.length);
  });

  it('ask whether a place is still as listed, with three answers to choose from', () => {
    const urls = { STILL_TRUE: `${url}&still`, CHANGED: `${url}&changed`, CLOSED: `${url}&closed` };
    const letter = freshnessLetter(language, { name: 'Officina <$& {name}>\r\nBcc: x', urls });
    const { text, html, subject } = composeMail('anna@synthetic.example', letter);
    for (const each of Object.values(urls)) {
      expect(text).toContain(each);
      expect(html).toContain(`href="${each.replaceAll('&', '&amp;')}"`);
    }
    expect(text).toContain('Officina <$& {name}>');
    expect(html).not.toContain('<$&');
    expect(subject).not.toMatch(/[\r\n]/);
  });

  it('invite with the names given, whatever is in them', () => {
    const hostile = { organization: 'Officina {inviter} <script>', inviter: 'Eve\r\nBcc: all@synthetic.example', url };
    for (const role of ['OWNER', 'EDITOR'] as const) {
      const mail = composeMail('anna@synthetic.example', invitationLetter(language, { ...hostile, role }));
      expect(mail.text).toContain('Officina {inviter} <script>');
      expect(mail.html).not.toContain('<script>');
      expect(mail.subject).not.toMatch(/[\r\n]/);
    }
  });
});

it.each([
  'anna@synthetic.example\r\nBcc: all@synthetic.example',
  'anna@synthetic.example, all@synthetic.example',
  'Anna <anna@synthetic.example>',
  'anna@synthetic.example\u0000',
  'anna',
])('a letter goes to one mailbox: not to %j', (to) => {
  expect(() => composeMail(to, accountLetter('signIn', 'en', url))).toThrow('not a mailbox');
});
