import { describe, expect, it } from 'vitest';
import { accountLetter, letterKinds } from '../../api/features/accounts/letters.ts';
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
