/** A database that the portal cannot start or work with; the message is one Russian line that says what to do. */
export class DatabaseFault extends Error {}
