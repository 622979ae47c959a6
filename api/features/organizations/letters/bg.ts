import type { InvitationWords } from './model.ts';

export const bg: InvitationWords = {
  subject: 'Присъединете се към {organization} в Ricircolo',
  invitedBy: '{inviter} ви кани в {organization} в Ricircolo.',
  invited: 'Поканени сте в {organization} в Ricircolo.',
  asOwner: 'Като собственик се грижите за местата и членовете ѝ.',
  asEditor: 'Като редактор се грижите за местата ѝ.',
  action: 'Присъединяване',
  holds: 'Поканата важи 14 дни. Влезте с този адрес.',
  ignore: 'Ако не знаете за какво става дума, не е нужно да правите нищо.',
};
