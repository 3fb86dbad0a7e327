{{/*
Data of the ConfigMap: config.* without what is empty, and what follows from the rest of the values. A YAML map of strings.
*/}}
{{- define "kaireon.environment" -}}
{{- $v := .Values -}}
{{- $env := dict -}}
{{- range $name, $value := $v.config -}}
{{- $text := include "kaireon.text" $value -}}
{{- if $text -}}{{- $_ := set $env $name $text -}}{{- end -}}
{{- end -}}
{{- if and (not $v.config.AWS_REGION) $v.externalSecrets.region -}}{{- $_ := set $env "AWS_REGION" $v.externalSecrets.region -}}{{- end -}}
{{- $_ := set $env "EVENT_PUBLISHER" (include "kaireon.publisher" .) -}}
{{- $_ := set $env "INTERACTION_STORE" (include "kaireon.interactionStore" .) -}}
{{- $_ := set $env "SEARCH_INDEX" (include "kaireon.searchIndex" .) -}}
{{- $_ := set $env "WORKER_INPROCESS" (include "kaireon.workerInprocess" .) -}}
{{- $_ := set $env "FLOW_INTERNAL_SCHEDULER_ENABLED" (include "kaireon.internalScheduler" .) -}}
{{- $env = merge (include "kaireon.storeEnvironment" . | fromYaml) $env -}}
{{- toYaml $env -}}
{{- end -}}

{{/* "0" while worker pods consume the queues: jobs would run twice. */}}
{{- define "kaireon.workerInprocess" -}}{{ ternary "0" "1" .Values.worker.enabled }}{{- end -}}

{{/* "false" while a CronJob ticks the flow scheduler: flows would run twice. */}}
{{- define "kaireon.internalScheduler" -}}
{{- $ticked := and .Values.cron.enabled .Values.cron.schedules.flowSchedulerTick.enabled -}}
{{ ternary "false" "true" $ticked }}
{{- end -}}

{{/* Variables that point at the selected stores, by the names in variables.*. A YAML map of strings. */}}
{{- define "kaireon.storeEnvironment" -}}
{{- $v := .Values -}}
{{- $names := $v.variables -}}
{{- $env := dict -}}
{{- if not (kindIs "invalid" $v.postgresExternalReplicas) -}}
{{- $_ := set $env $names.databaseReadReplicas (toJson $v.postgresExternalReplicas) -}}
{{- end -}}
{{- $_ := set $env $names.databasePoolSize (toJson $v.postgres.external.poolSize) -}}
{{- $_ := set $env $names.redisCluster (toJson $v.redis.cluster) -}}
{{- $_ := set $env $names.queuePrefix $v.redis.queuePrefix -}}
{{- if eq (include "kaireon.searchIndex" .) "opensearch" -}}
{{- $_ := set $env $names.opensearchEndpoint (printf "https://%s" $v.opensearch.endpoint) -}}
{{- $_ := set $env $names.opensearchRegion $v.opensearch.region -}}
{{- end -}}
{{- $publisher := include "kaireon.publisher" . -}}
{{- if has $publisher (list "kafka" "redpanda") -}}
{{- $_ := set $env $names.kafkaBrokers $v.kafka.brokers -}}
{{- $_ := set $env $names.kafkaSsl "true" -}}
{{- if eq $v.kafka.authentication "scram" -}}{{- $_ := set $env $names.kafkaSaslMechanism "scram-sha-512" -}}{{- end -}}
{{- else if has $publisher (list "msk" "aws_msk") -}}
{{- $_ := set $env $names.mskBrokers $v.kafka.brokers -}}
{{- $_ := set $env $names.mskRegion $v.kafka.region -}}
{{- else if eq $publisher "kinesis" -}}
{{- $_ := set $env $names.kinesisStreamName $v.kinesis.streamName -}}
{{- $_ := set $env $names.kinesisRegion $v.kinesis.region -}}
{{- else if eq $publisher "eventbridge" -}}
{{- $_ := set $env $names.eventbridgeBusName $v.eventbridge.busName -}}
{{- $_ := set $env $names.eventbridgeRegion $v.eventbridge.region -}}
{{- else if eq $publisher "pulsar" -}}
{{- $_ := set $env $names.pulsarServiceUrl $v.pulsar.serviceUrl -}}
{{- end -}}
{{- $store := include "kaireon.interactionStore" . -}}
{{- if eq $store "dynamodb" -}}
{{- $_ := set $env $names.dynamodbTableName $v.dynamodb.tableName -}}
{{- $_ := set $env $names.dynamodbRegion $v.dynamodb.region -}}
{{- else if eq $store "scylla" -}}
{{- $_ := set $env $names.scyllaContactPoints $v.scylla.contactPoints -}}
{{- $_ := set $env $names.scyllaDatacenter $v.scylla.datacenter -}}
{{- $_ := set $env $names.scyllaKeyspace $v.scylla.keyspace -}}
{{- else if eq $store "cassandra" -}}
{{- $_ := set $env $names.keyspacesKeyspace $v.keyspaces.keyspace -}}
{{- $_ := set $env $names.keyspacesTable $v.keyspaces.table -}}
{{- $_ := set $env $names.keyspacesRegion $v.keyspaces.region -}}
{{- end -}}
{{- toYaml $env -}}
{{- end -}}

{{/* Variables of one tier alone; the tier's own env wins. A YAML map of strings. Takes (list $ tier). */}}
{{- define "kaireon.tierEnvironment" -}}
{{- $root := index . 0 -}}
{{- $tier := index . 1 -}}
{{- $v := $root.Values -}}
{{- $uses := index (include "kaireon.uses" $root | fromYaml) $tier -}}
{{- $env := dict -}}
{{- if eq $tier "api" -}}
{{- $_ := set $env "PORT" (toJson $v.api.port) -}}
{{- $_ := set $env "KEEP_ALIVE_TIMEOUT" (mul $v.api.keepAliveSeconds 1000 | toString) -}}
{{- else if eq $tier "mlWorker" -}}
{{- $_ := set $env "ML_WORKER_PORT" (toJson $v.mlWorker.port) -}}
{{- else if eq $tier "outboxPublisher" -}}
{{- $_ := set $env "OUTBOX_POLL_INTERVAL_MS" (toJson $v.outboxPublisher.pollIntervalMs) -}}
{{- else if eq $tier "mcp" -}}
{{- $_ := set $env "PORT" (toJson $v.mcp.port) -}}
{{- $_ := set $env $v.variables.mcpApiUrl (include "kaireon.apiUrl" $root) -}}
{{- end -}}
{{- if and (has "mlWorker" $uses) $v.mlWorker.enabled -}}
{{- $_ := set $env "ML_WORKER_URL" (printf "http://%s:%v" (include "kaireon.name" "mlWorker") $v.mlWorker.port) -}}
{{- end -}}
{{- if and (has "postgres" $uses) $v.postgres.external.caBundle -}}
{{- $_ := set $env "NODE_EXTRA_CA_CERTS" "/etc/kaireon/database-ca/ca.pem" -}}
{{- $_ := set $env "PGSSLROOTCERT" "/etc/kaireon/database-ca/ca.pem" -}}
{{- end -}}
{{- range $name, $value := (index $v $tier).env -}}{{- $_ := set $env $name (include "kaireon.text" $value) -}}{{- end -}}
{{- toYaml $env -}}
{{- end -}}

{{- define "kaireon.apiUrl" -}}http://{{ include "kaireon.name" "api" }}:{{ .Values.api.port }}{{- end -}}

{{/* Variables that a tier gets out of Secrets: a YAML list of name, secret, key. Takes (list $ tier). */}}
{{- define "kaireon.secretVariables" -}}
{{- $root := index . 0 -}}
{{- $secrets := $root.Values.externalSecrets -}}
{{- $names := $root.Values.variables -}}
{{- $stores := include "kaireon.stores" . | fromJsonArray -}}
{{- if has "postgres" $stores }}
- { name: DATABASE_URL, secret: {{ $secrets.database.secretName }}, key: DATABASE_URL }
{{- if include "kaireon.readers" $root }}
- { name: {{ $names.databaseReadUrl }}, secret: {{ $secrets.database.secretName }}, key: DATABASE_READ_URL }
{{- end }}
{{- end }}
{{- if has "redis" $stores }}
- { name: REDIS_URL, secret: {{ $secrets.redis.secretName }}, key: REDIS_URL }
{{- end }}
{{- if and (has "kafka" $stores) (eq $root.Values.kafka.authentication "scram") }}
- { name: {{ $names.kafkaSaslUsername }}, secret: {{ $secrets.kafka.secretName }}, key: username }
- { name: {{ $names.kafkaSaslPassword }}, secret: {{ $secrets.kafka.secretName }}, key: password }
{{- end }}
{{- if has "pulsar" $stores }}
- { name: {{ $names.pulsarToken }}, secret: {{ $secrets.pulsar.secretName }}, key: token }
{{- end }}
{{- if has "scylla" $stores }}
- { name: {{ $names.scyllaUsername }}, secret: {{ $secrets.scylla.secretName }}, key: username }
- { name: {{ $names.scyllaPassword }}, secret: {{ $secrets.scylla.secretName }}, key: password }
{{- end }}
{{- end -}}
