/**
 * Signs that are no words and do harm to them: NUL ends a text in a database, other controls, surrogates without
 * their other half and noncharacters are not allowed in XML, and what makes letters run the other way
 * (https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings) goes on into whatever stands behind it.
 * Marks and isolates, which other scripts need, stay.
 */
const UNREADABLE = /(?![\t-\r\u0080-\u009f])\p{Cc}|[\u202a-\u202e\ufffe\uffff]|\p{Cs}/gu;

/** The text as it can be kept, shown and quoted; its lines and words stay where they are. */
export const readable = (text: string): string => text.replace(UNREADABLE, '');
