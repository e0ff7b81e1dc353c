import { opened } from '@/app/(portal)/opened';
import { LinkedDocuments, type LinkPlace } from '@/components/documents/linked-documents';
import { Panel } from '@/components/ui/panel';
import type { Viewer } from '@/lib/access/viewer';
import { linkedDocuments } from '@/lib/portal/documents/queries';
import { sendDocumentLink, sendDocumentUnlink } from './link-actions';

interface LinkedPanelProps {
  viewer: Viewer;
  /** the thing of the page first, then its parts */
  places: readonly [LinkPlace, ...LinkPlace[]];
  back: string;
  className?: string;
}

/** The panel of linked documents, the same on every page of the support. */
export async function LinkedPanel({ viewer, places, back, className }: LinkedPanelProps) {
  const [whole, ...parts] = places.map(({ subjectType, subjectId }) => ({ subjectType, subjectId }));
  const linked = opened(await linkedDocuments(viewer, [whole ?? places[0], ...parts]));
  return (
    <Panel title="Документы библиотеки" className={className}>
      <LinkedDocuments
        linked={linked}
        places={places}
        back={back}
        link={sendDocumentLink}
        unlink={sendDocumentUnlink}
      />
    </Panel>
  );
}
