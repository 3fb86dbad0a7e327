import { releasePolicy } from "../policy";
import { interactionStoreOf, publisherOf } from "./selectors";

interface Unmanaged {
    /** The value that selects it, for messages. */
    readonly selected: string;
    readonly address: string;
    readonly secret: string;
}

export const unmanagedBackendIsStated = releasePolicy({
    id: "unmanaged-backend-is-stated",
    title: "Pulsar and Scylla, for which AWS has no resource, are given an address and a secret",
    why: "Nothing in the stack stands for them: without an address and credentials the release installs, and nothing listens.",
    fix: "Give the address of the cluster that you run, and the ARN of the secret with its credentials",
    severity: "medium",
    pitfalls: ["P-SEL-04"],
    links: ["https://docs.kaireonai.com/platform/values-large"],
    check: (release, _stack, report) => {
        const { values } = release;
        const chosen: Unmanaged[] = [];
        if (publisherOf(release) === "pulsar")
            chosen.push({
                selected: "the event bus is pulsar",
                address: "pulsar.serviceUrl",
                secret: "externalSecrets.pulsar.secretArn",
            });
        if (interactionStoreOf(release) === "scylla")
            chosen.push({
                selected: "the interaction store is scylla",
                address: "scylla.contactPoints",
                secret: "externalSecrets.scylla.secretArn",
            });
        report.each(chosen, ({ selected, address, secret }) => {
            // The address is asked for with the selectors; without the block, the chart has keys of its own.
            if (!values.at(address.split(".").slice(0, 1)).exists || values.flag("externalSecrets.enabled") !== true)
                return;
            const given = values.at(secret);
            if (given.state === "unknown" || (given.text() ?? "") !== "") return;
            report.violation(
                `${release.label}: ${selected}, but values.${secret} is ${given.shown()}; no AWS resource stands for it. ` +
                    "Give the secret that holds its credentials.",
                release.resource,
            );
        });
    },
});
