/** Fixed limits, from Agora docs, "Push notification management". */
export const TARGETS_PER_PUSH = 100;
export const USERNAMES_PER_CALL = 100;
export const ROWS_PER_PAGE = 100;

/** Push tasks that may be running (Agora docs, "RESTful overview"). */
export const TASKS_AT_ONCE = 3;

/** The form of `startDate`; it lies 1 hour to 30 days ahead (Agora docs, "Push notification management"). */
export const START_DATE = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;
export const LEAST_HOURS_AHEAD = 1;
export const MOST_HOURS_AHEAD = 30 * 24;

/** Agora docs, "User system registration"; on capitals, see `userIdCase`. */
export const USER_ID = /^[A-Za-z0-9_.-]{1,64}$/;

export const LABEL_NAME = /^[A-Za-z0-9_.-]{1,64}$/;
export const LABEL_DESCRIPTION_LENGTH = 255;

export const TITLE_LENGTH = 32;
export const SUB_TITLE_LENGTH = 10;
export const CONTENT_LENGTH = 100;
export const EXT_PAIRS = 10;
export const EXT_LENGTH = 1024;

/** Longest life of a token, from its issue (Agora docs, "Token authentication"). */
export const TOKEN_LIFE_SECONDS = 24 * 60 * 60;
