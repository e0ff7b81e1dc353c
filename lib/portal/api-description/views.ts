/** The API as its readable page shows it; texts are Russian. */

export interface ApiField {
  /** nested fields stand after their owner: `tables[].code` */
  name: string;
  type: string;
  /** the component that the type refers to, for a link */
  component: string | null;
  required: boolean;
  note: string;
}

export interface ApiRefusal {
  status: number;
  title: string;
  type: string;
  when: string;
}

export interface ApiOperation {
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** with /api/v1 */
  path: string;
  summary: string;
  notes: string | null;
  /** who may call it, in words */
  who: string;
  parameters: ApiField[];
  /** fields of a JSON body, or the file that is sent */
  body: { fields: ApiField[]; file: string | null } | null;
  repeatable: boolean;
  /** a call to copy */
  curl: string;
  answer: {
    status: number;
    /** what comes back, in a word or two */
    what: string;
    component: string | null;
    /** JSON; null for files and empty answers */
    example: string | null;
  };
  refusals: ApiRefusal[];
}

export interface ApiGroup {
  code: string;
  title: string;
  about: string;
  operations: ApiOperation[];
}

export interface ApiComponent {
  name: string;
  title: string;
  fields: ApiField[];
}

export interface ApiReference {
  introduction: readonly string[];
  groups: ApiGroup[];
  components: ApiComponent[];
}
