import { apiRoute } from '@/app/api/api-route';
import { fileAnswer } from '@/app/api/file-answer';
import { madeReportFile } from '@/lib/portal/reports/queries';

export const GET = apiRoute({}, async ({ viewer, params }) => {
  const file = await madeReportFile(viewer, params.id ?? '');
  return file.ok ? fileAnswer(file.value) : file;
});
