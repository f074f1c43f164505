/** One cookie an attempt, so that two windows can connect at once. It binds an attempt to a browser. */
export const bindingCookieName = (attemptId: string): string => `pipes-${attemptId.slice(-16)}`
