import type { Samples } from "../../test/policy/cases";

export const samples: Samples = {
    inputs: {
        "aws:acm/certificate:Certificate": { domainName: "kaireon.example.com", validationMethod: "DNS" },
    },
};
