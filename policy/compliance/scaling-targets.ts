import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";

const TARGET = "aws:appautoscaling/target:Target";
const POLICY = "aws:appautoscaling/policy:Policy";

/** Of these dimensions of a table the ones that nothing scales: no target, or no policy that moves it. */
export function unscaledDimensions(
    table: StackResource,
    name: string,
    dimensions: readonly string[],
    stack: Stack,
): readonly string[] {
    const scales = (type: string, dimension: string) =>
        stack
            .ofType(type)
            .some((one) => isAbout(one, table, name) && one.properties.text("scalableDimension") === dimension);
    return dimensions.filter((dimension) => !scales(TARGET, dimension) || !scales(POLICY, dimension));
}

/** By the program's reference to the table, or by its name at the end of `table/interactions`. */
function isAbout(one: StackResource, table: StackResource, name: string): boolean {
    if (one.references("resourceId", table.type).some(({ urn }) => urn === table.urn)) return true;
    const place = one.properties.at("resourceId");
    return place.state === "known" && (place.text() ?? "").endsWith(`/${name}`);
}
