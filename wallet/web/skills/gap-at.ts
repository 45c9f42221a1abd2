/** The page that compares with a target. */
export const gapAt = (target: string) => `/skills/gap/${encodeURIComponent(target)}`
