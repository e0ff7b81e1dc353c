/** A file beside something of the support, as its page shows it. */
export interface SupportFileView {
  id: string;
  name: string;
  /** bytes */
  size: number;
  uploadedBy: string;
  uploadedAt: Date;
  /** the viewer put it there, or heads the centre */
  mayRemove: boolean;
}
