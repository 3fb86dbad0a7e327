import assert from "node:assert/strict";
import { loadChanged, refusalOf } from "../../config/changed-stack.fixture";
import { builtBackend, lacking, NOTHING, secretArn } from "../built-backend.fixture";

const BROKERS = "k-1.example.com:9093,k-2.example.com:9094";
const ADDRESSES = { networkPolicy: { storeCidrs: { kafka: ["10.80.0.0/24"] } } };
const SECRET = { externalSecrets: { kafka: { secretArn: secretArn("kafka") } } };
const scram = { values: { kafka: { brokers: BROKERS, authentication: "scram" }, ...ADDRESSES, ...SECRET } };
const redpanda = { EVENT_PUBLISHER: "redpanda" };

describe("brokers that are there already", () => {
    it("build nothing and give the pods a publisher, and External Secrets the password's place", async () =>
        assert.deepEqual(await builtBackend("eventBus", scram), {
            ...NOTHING,
            block: "existingKafka",
            values: { config: { EVENT_PUBLISHER: "kafka" }, kafka: { enabled: true } },
            secretArns: [secretArn("kafka")],
        }));

    it("need no secret where nobody signs in, and stay Redpanda where the values say so", async () => {
        const kafka = { brokers: BROKERS, authentication: "none" };
        assert.deepEqual(await builtBackend("eventBus", { values: { config: redpanda, kafka, ...ADDRESSES } }), {
            ...NOTHING,
            block: "existingKafka",
            values: { config: { EVENT_PUBLISHER: "redpanda" }, kafka: { enabled: true } },
        });
    });

    it("name the keys by which their secret is encrypted", async () => {
        const key = "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d-0000-0000-0000-000000000000";
        const { secretKeyArns } = await builtBackend("eventBus", { ...scram, existingSecretKeyArns: [key] });
        assert.deepEqual(secretKeyArns, [key]);
    });

    it("leave secrets that others bring to these", async () => {
        const values = { ...scram.values, externalSecrets: { enabled: false } };
        assert.deepEqual((await builtBackend("eventBus", { values })).secretArns, []);
    });

    it("are refused with everything that they lack at once: IAM is the default, and no brokers to grant it on", () =>
        assert.deepEqual(refusalOf({ values: { config: redpanda } }), [
            "kafka.brokers is missing; config.EVENT_PUBLISHER redpanda means a cluster that is there already. Set it in kaireon:values to its bootstrap addresses, host:port with commas between.",
            "kafka.authentication is iam; IAM is for the MSK cluster that this program builds, for it can grant nothing on another. Set kafka.authentication to scram, plain or none in kaireon:values, as the brokers ask for it.",
            lacking.addresses("kafka", "the brokers"),
        ]));

    it("are refused without the secret that they ask for", () => {
        for (const authentication of ["scram", "plain"]) {
            assert.deepEqual(refusalOf({ values: { kafka: { brokers: BROKERS, authentication } } }), [
                lacking.secret("kafka", "the brokers", "username, password"),
                lacking.addresses("kafka", "the brokers"),
            ]);
        }
    });

    it("are refused without ports, with a password in clear text and with certificates that are none", () =>
        assert.deepEqual(
            refusalOf({
                values: {
                    kafka: { brokers: "k-1.example.com", authentication: "plain", tls: false, caBundle: "ca.pem" },
                    ...ADDRESSES,
                    ...SECRET,
                },
            }),
            [
                "kafka.brokers is k-1.example.com; it must be host:port, several of them with commas and nothing else between. Correct kafka.brokers in kaireon:values.",
                "kafka.tls is false; kafka.authentication is plain, and who listens could sign in too. Set kafka.tls to true in kaireon:values, or kafka.authentication to none.",
                "kafka.caBundle is ca.pem; it holds no certificate. Put the authority's certificates there in PEM, from BEGIN CERTIFICATE to END CERTIFICATE.",
            ],
        ));

    it("are refused under a publisher that signs in with IAM", () =>
        assert.deepEqual(refusalOf({ values: { ...scram.values, config: { EVENT_PUBLISHER: "msk" } } }), [
            "config.EVENT_PUBLISHER is msk; it signs in with IAM, and kafka.brokers names a cluster that this program can grant nothing on. Set config.EVENT_PUBLISHER to kafka in kaireon:values, or remove kafka.brokers to have MSK built.",
        ]));

    it("are refused with a secret in another region, or with something else in its place", () => {
        for (const arn of ["arn:aws:secretsmanager:us-east-1:123456789012:secret:kafka-a1B2c3", "kafka-password"]) {
            const values = { ...scram.values, externalSecrets: { kafka: { secretArn: arn } } };
            assert.deepEqual(refusalOf({ values }), [
                `externalSecrets.kafka.secretArn is ${arn}; External Secrets reads Secrets Manager in eu-west-1 and nothing else. ` +
                    "Set it in kaireon:values to the ARN of a secret of Secrets Manager in eu-west-1, JSON {username, password}.",
            ]);
        }
    });

    it("need no ranges where the chart makes no network policies", () => {
        const { kafka } = scram.values;
        assert.doesNotThrow(() => loadChanged({ values: { kafka, ...SECRET, networkPolicy: { enabled: false } } }));
    });

    const TOPICS =
        `kafka.brokers is ${BROKERS}; this program makes no topics on a cluster that is given. ` +
        "Make interaction.recorded.v1 with 30 partitions, decision.made.v1 with 30 partitions, outcome.recorded with 30 partitions there, for the target rate.";

    it("come with a warning of the topics that somebody must make", () =>
        assert.deepEqual(loadChanged(scram).warnings, [TOPICS]));

    it("come with a warning where events cross the network in clear text", () => {
        const kafka = { brokers: BROKERS, authentication: "none", tls: false };
        assert.deepEqual(loadChanged({ values: { kafka, ...ADDRESSES } }).warnings, [
            TOPICS,
            "kafka.tls is false; events cross the network in clear text. Set it to true.",
        ]);
    });
});
