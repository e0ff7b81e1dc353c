const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether the text is an id as the portal makes them; what is none names nothing and never reaches the database. */
export const isId = (text: string): boolean => UUID.test(text);
