/** https://docs.aws.amazon.com/keyspaces/latest/APIReference/API_CreateKeyspace.html */
const MAX_LENGTH = 48;

/**
 * The keyspace of a stack. The provider names none itself, and Keyspaces takes letters, digits and `_` alone.
 *
 * @param namePrefix begins the physical names of the stack, such as `kaireon-large`
 * @throws Error when the name would be too long
 */
export function keyspaceName(namePrefix: string): string {
    const name = namePrefix.toLowerCase().replace(/[^a-z0-9_]/g, "_");
    if (name.length > MAX_LENGTH) {
        throw new Error(
            `keyspaces: the keyspace's name would be ${name}, of ${name.length} characters; Keyspaces allows at most ${MAX_LENGTH}. ` +
                "Name the stack shorter.",
        );
    }
    return name;
}
