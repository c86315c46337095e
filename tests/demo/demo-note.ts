/** The replica's note that the demo opens. */
export const demoNoteKey = 'tea';
