import { SelectField } from '@/components/ui/field';
import { NOTICE_CHANNELS, type NoticeChannel } from '@/lib/domain/notices/channels';
import { NOTICE_KINDS, type NoticeKind } from '@/lib/domain/notices/kind';

const OPTIONS = Object.entries(NOTICE_CHANNELS).map(([value, label]) => ({ value, label }));

/** One choice for each kind of news. */
export function NoticeChannelFields({ channels }: { channels: Readonly<Record<NoticeKind, NoticeChannel>> }) {
  return Object.entries(NOTICE_KINDS).map(([kind, { label, hint }]) => (
    <SelectField
      key={kind}
      name={kind}
      label={label}
      hint={hint}
      defaultValue={channels[kind as NoticeKind]}
      options={OPTIONS}
    />
  ));
}
