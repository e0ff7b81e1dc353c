export { idOf, opened } from '@/app/(portal)/opened';
