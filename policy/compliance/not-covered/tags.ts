/** Why no policy asks for tags: one reason for all the controls of the Resource Tagging standard. */
export const TAGS =
    "Which tags a stack needs is the account's own convention: a key required here would refuse every program that has another one. Set aws:defaultTags in the stack's config; AWS Config's required-tags checks the result.";
