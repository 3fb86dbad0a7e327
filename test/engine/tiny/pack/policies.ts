import { PolicyPack } from "@pulumi/policy";

new PolicyPack("tiny", {
    policies: [
        {
            name: "thing-require-label",
            description: "A thing has a label.",
            enforcementLevel: "mandatory",
            validateResource: ({ type, props }, report) => {
                if (type === "tiny:index:Thing" && props["label"] === "") report("label is empty; give the thing one.");
            },
        },
    ],
});
