import { NODE_GROUP } from "../consistency/node-groups";
import type { StackResource } from "../graph/stack-resource";
import { stackPolicy } from "../policy";
import { ownedNumbers } from "./owned-numbers";

export const autoscaledNumbersAreIgnored = stackPolicy({
    id: "autoscaled-numbers-are-ignored",
    title: "A number that an autoscaler owns is in ignoreChanges, and starts within its bounds",
    why: "The next update sets the number back to what the program says: production shrinks to its first size, in the middle of the day.",
    fix: "Add the property to ignoreChanges",
    severity: "high",
    controls: ["REL07-BP01"],
    pitfalls: ["P-CAP-03"],
    links: ["https://github.com/pulumi/pulumi-eks/issues/321"],
    check: (stack, report) => {
        report.each(ownedNumbers(stack), ({ resource, property, owner }) => {
            if (!resource.properties.at(property).exists || ignores(resource, property)) return;
            report.violation(
                `${resource.label}: ${property} is ${resource.properties.shown(property)} and ${owner} changes it, but it is not in ignoreChanges. ` +
                    `Add ${JSON.stringify(property)} to ignoreChanges.`,
                resource,
            );
        });
        report.each(stack.ofType(NODE_GROUP), (group) => {
            const sizes = group.properties.at("scalingConfig");
            const [least, first, most] = [
                sizes.number("minSize"),
                sizes.number("desiredSize"),
                sizes.number("maxSize"),
            ];
            if (first === undefined || (first >= (least ?? first) && first <= (most ?? first))) return;
            report.violation(
                `${group.label}: scalingConfig.desiredSize is ${first}, outside minSize ${least} to maxSize ${most}. Set it to ${least}.`,
                group,
            );
        });
    },
});

/** Whether the property or what it is part of is ignored, in any of the notations that Pulumi takes. */
function ignores(resource: StackResource, property: string): boolean {
    return resource.ignoreChanges.some((ignored) => {
        const path = ignored.replace(/\["?([^\]"]+)"?\]/g, ".$1");
        return property === path || property.startsWith(`${path}.`);
    });
}
