import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

/**
 * A name for the snapshot that is taken when a store is deleted: known from the start, and another one for each life of the store, so
 * that the snapshot of a former life is never in the way.
 *
 * @param prefix a letter first, then letters, digits and single hyphens
 */
export function finalSnapshotName(
    name: string,
    prefix: string,
    options: pulumi.CustomResourceOptions,
): pulumi.Output<string> {
    const life = new random.RandomId(`${name}-final-snapshot`, { byteLength: 4 }, options);
    return pulumi.interpolate`${prefix}-final-${life.hex}`;
}
