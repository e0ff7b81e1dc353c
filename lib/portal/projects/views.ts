import type { ProjectContent, ProjectStatus, Provision } from '@/lib/domain/support/project';
import type { SupportFileView } from '@/lib/portal/support-files/views';

export interface ProjectRow {
  id: string;
  kind: 'PROJECT' | 'PROGRAMME';
  title: string;
  status: ProjectStatus;
  startsOn: string;
  endsOn: string | null;
  schools: number;
  /** percent 0..100 */
  progress: number | null;
  provision: Provision;
}

export interface ProjectView extends ProjectRow {
  version: number;
  aims: string;
  content: ProjectContent;
  schoolIds: string[];
  schoolNames: string[];
  changedBy: string;
  changedAt: Date;
  files: SupportFileView[];
  choices: { id: string; name: string }[];
  mayChange: boolean;
}

export interface ExperienceView {
  id: string;
  version: number;
  schoolId: string;
  school: string;
  projectId: string | null;
  title: string;
  text: string;
  direction: string;
  publishedAt: Date | null;
  writtenBy: string;
  changedAt: Date;
  files: SupportFileView[];
  mayChange: boolean;
}

export interface ExperienceList {
  items: ExperienceView[];
  schools: { id: string; name: string }[];
  projects: { id: string; name: string }[];
  mayWrite: boolean;
  mayPublish: boolean;
}
