import type { ReactNode } from 'react';
import { PortalFrame } from './portal-frame';
import { requireViewer } from './viewer';

export default async function PortalLayout({ children }: { children: ReactNode }) {
  return <PortalFrame viewer={await requireViewer()}>{children}</PortalFrame>;
}
