import { UNKNOWNS } from "../../../policy/graph/unknown";
import type { PolicyCases } from "../../../test/policy/cases";
import type { StackFixture } from "../../../test/policy/stack-fixture";

const LISTENER = "aws:lb/listener:Listener";
const message = `web (${LISTENER}): protocol is "HTTP" and defaultActions do more than send to HTTPS. Use protocol HTTPS, or redirect.protocol HTTPS.`;
const at = `${LISTENER} web`;

function withListener(props: Readonly<Record<string, unknown>>): (stack: StackFixture) => StackFixture {
    return (stack) => stack.add({ type: LISTENER, name: "web", props: { protocol: "HTTP", port: 80, ...props } });
}

export const cases: PolicyCases = {
    violations: [
        { when: "port 80 serves", change: withListener({ defaultActions: [{ type: "forward" }] }), at, message },
        {
            when: "port 80 redirects to itself",
            change: withListener({ defaultActions: [{ type: "redirect", redirect: { protocol: "HTTP" } }] }),
            at,
            message,
        },
    ],
    absent: [{ when: "there is no action", change: withListener({}), at, message }],
    unknown: [
        {
            when: "the actions are not known",
            change: withListener({ defaultActions: UNKNOWNS.string }),
            unchecked: `web (${LISTENER}): defaultActions is not known before the update`,
        },
    ],
    passes: [
        {
            when: "port 80 redirects to HTTPS",
            change: withListener({ defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS" } }] }),
        },
    ],
};
