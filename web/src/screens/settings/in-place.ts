/** Lists and calendars that a field opens stay in the part of the page that the field is in, for whoever reads it aloud. */
export const inPlace = { withinPortal: false };
