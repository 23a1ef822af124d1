/** What stops a command and is told as a sentence, without a stack: the person can mend it. */
export class Complaint extends Error {}
