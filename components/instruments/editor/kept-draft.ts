import type { InstrumentDraft } from './edited-instrument';

/** What was entered and not saved yet, kept in this tab; `version` is the stored one on which it stands. */
export interface KeptDraft extends InstrumentDraft {
  version: number;
}

const keyOf = (versionId: string) => `moc-instrument-draft-${versionId}`;

export function keepDraft(versionId: string, draft: KeptDraft): void {
  try {
    sessionStorage.setItem(keyOf(versionId), JSON.stringify(draft));
  } catch {
    // The storage is full or switched off: the browser's own question before leaving still protects what was entered.
  }
}

export function forgetDraft(versionId: string): void {
  try {
    sessionStorage.removeItem(keyOf(versionId));
  } catch {
    // Nothing was kept.
  }
}

/** What this tab kept of the draft; null when nothing, or nothing readable. */
export function keptDraft(versionId: string): KeptDraft | null {
  try {
    const text = sessionStorage.getItem(keyOf(versionId));
    const kept = text === null ? null : (JSON.parse(text) as Partial<KeptDraft>);
    const { version, title, definition } = kept ?? {};
    return typeof version === 'number' && typeof title === 'string' && Array.isArray(definition?.tables)
      ? { version, title, definition }
      : null;
  } catch {
    return null;
  }
}
