import type { NotCovered } from "../not-covered";

export const consistencyNotCovered: readonly NotCovered[] = [
    {
        id: "P-AZ-05",
        why: "Whether a zone offers an instance or broker type is told by an API of AWS, not by the stack; where the zones come from does not show in it. AWS refuses the creation and names the zone.",
    },
    {
        id: "P-CG-02",
        why: "No policy of its own: every policy of the pack says by name what it cannot tell before the update, and a test of each one makes it unknown.",
    },
    {
        id: "P-VER-05",
        why: "Which versions of Kafka the client in the images was tested with is published nowhere; the stack states only the broker's.",
    },
];
