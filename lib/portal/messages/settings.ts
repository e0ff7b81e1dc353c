/** How a person wants to hear of each kind of news. Invitations and letters about the own account are not among them. */
import { z } from 'zod';
import { forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { NOTICE_CHANNELS, type NoticeChannel, usualChannel } from '@/lib/domain/notices/channels';
import { NOTICE_KINDS, type NoticeKind } from '@/lib/domain/notices/kind';

const KINDS = Object.keys(NOTICE_KINDS) as NoticeKind[];
const CHANNELS = Object.keys(NOTICE_CHANNELS) as NoticeChannel[];

export type NoticeChannels = Record<NoticeKind, NoticeChannel>;

const channel = z.enum(CHANNELS, 'Выберите один из вариантов.');

export const noticeChannelsSchema = z.object({
  CARD: channel,
  SUPPORT: channel,
  PROGRAMME: channel,
  RECOMMENDATION: channel,
  EVENT: channel,
  LIBRARY: channel,
}) satisfies z.ZodType<NoticeChannels>;

/** The viewer's choices, with what holds for those who chose nothing. */
export function noticeChannelsOf(viewer: Viewer): Promise<NoticeChannels> {
  return forViewer(viewer, async (db) => {
    const rows = await db.noticeSetting.findMany({ where: { accountId: viewer.accountId } });
    const usual = KINDS.map((kind) => [kind, usualChannel(viewer.role, kind)]);
    return noticeChannelsSchema.parse(
      Object.fromEntries([...usual, ...rows.map(({ kind, channel: chosen }) => [kind, chosen])]),
    );
  });
}

/** Stores the viewer's choices; news that waits for the daily letter and is no longer wanted there is dropped. */
export function changeNoticeChannels(viewer: Viewer, channels: NoticeChannels): Promise<void> {
  return forViewer(viewer, async (db) => {
    const { accountId } = viewer;
    for (const kind of KINDS) {
      const chosen = { channel: channels[kind] };
      await db.noticeSetting.upsert({
        where: { accountId_kind: { accountId, kind } },
        create: { accountId, kind, ...chosen },
        update: chosen,
      });
    }
    const unwanted = KINDS.filter((kind) => channels[kind] !== 'DIGEST');
    await db.digestLine.deleteMany({ where: { accountId, kind: { in: unwanted } } });
  });
}
