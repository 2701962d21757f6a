import type { Words } from '../../words/languages';

const vi = {
  title: 'Trùng lặp với sự kiện khác',
  none: 'Không trùng với sự kiện nào.',
  found: 'Trùng với {n} sự kiện:',
  sameDays: 'trùng ngày',
  daysBetween: 'cách nhau {n} ngày',
  join: 'Nên cùng tổ chức:',
  joinThis: 'chính sự kiện này',
};

const en: Words<typeof vi> = {
  title: 'Overlaps with other events',
  none: 'It overlaps with no other event.',
  found: 'It overlaps with {n} events:',
  sameDays: 'on the same days',
  daysBetween: '{n} days apart',
  join: 'Better to join:',
  joinThis: 'this event itself',
};

export const words = { vi, en };
