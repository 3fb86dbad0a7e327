import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { View } from "../graph/view";
import { releasePolicy } from "../policy";
import { accountsOfRun, EXAMPLE_ACCOUNT } from "./account-of-run";
import { holdsRange } from "./ipv4-range";

/** Names that nobody can own: https://www.rfc-editor.org/rfc/rfc2606 */
const EXAMPLE_NAME = /(^|[./])example\.(com|net|org)($|[:/])|\.(example|invalid)($|[:/])/;
/** Addresses that nobody has: https://www.rfc-editor.org/rfc/rfc5737 */
const EXAMPLE_RANGES = ["192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"];

export const placeholdersAreReplaced = releasePolicy({
    id: "placeholders-are-replaced",
    title: "No example domain, account or address is left in what a real run builds",
    why: "Example names answer nobody, images of the example account cannot be pulled, and a cluster that its administrators cannot reach must be repaired by hand.",
    fix: "Put your own values into the stack file where a line says YOURS",
    severity: "high",
    links: ["https://www.rfc-editor.org/rfc/rfc2606", "https://www.rfc-editor.org/rfc/rfc5737"],
    check: (release, stack, report) => {
        const left = placesOf(release, stack)
            .filter(({ place, isExample }) => place.state === "known" && isExample(place.text() ?? ""))
            .map(({ label, place }) => `${label}${place.path} is ${place.text()}`);
        if (left.length === 0) return;
        const accounts = [...accountsOfRun(stack)];
        // A stand-in for AWS says so by the account that it gives; without a sign of it, a run is taken for real.
        if (accounts.length > 0 && accounts.every((account) => account === EXAMPLE_ACCOUNT))
            return report.cannotTell(
                `${release.label}: examples are left (${left.join("; ")}), which a real run is refused for; this one acts in account ${EXAMPLE_ACCOUNT}, which is nobody's`,
                release.resource,
            );
        report.violation(
            `${release.label}: examples are left: ${left.join("; ")}. Put your own values in their place.`,
            release.resource,
        );
    },
});

interface Place {
    /** Whose property it is; empty for the release's own values. */
    readonly label: string;
    readonly place: View;
    readonly isExample: (text: string) => boolean;
}

function placesOf({ values }: Release, stack: Stack): readonly Place[] {
    const isName = (text: string) => EXAMPLE_NAME.test(text);
    const isAccount = (text: string) => text.includes(EXAMPLE_ACCOUNT);
    const isRange = (text: string) => EXAMPLE_RANGES.some((range) => holdsRange(range, text));
    const clusters = stack.ofType("aws:eks/cluster:Cluster").flatMap((cluster) => {
        const ranges = cluster.properties.at("vpcConfig.publicAccessCidrs");
        return ranges.isList
            ? ranges.items().map((place) => ({ label: `${cluster.name}: `, place, isExample: isRange }))
            : [];
    });
    const entries = stack.ofType("aws:eks/accessEntry:AccessEntry").map((entry) => ({
        label: `${entry.name}: `,
        place: entry.properties.at("principalArn"),
        isExample: isAccount,
    }));
    return [
        { label: "", place: values.at("ingress.host"), isExample: isName },
        { label: "", place: values.at("ingress.certificateArn"), isExample: isAccount },
        { label: "", place: values.at("image.registry"), isExample: (text) => isName(text) || isAccount(text) },
        ...clusters,
        ...entries,
    ];
}
