{{/* What config.EVENT_PUBLISHER resolves to: itself, else the alias, else redis. */}}
{{- define "kaireon.publisher" -}}
{{- $alias := .Values.eventbus | default dict -}}
{{- if .Values.config.EVENT_PUBLISHER -}}
{{ .Values.config.EVENT_PUBLISHER }}
{{- else if not $alias.enabled -}}
redis
{{- else if eq $alias.backend "kafka" -}}
{{ ternary "msk" "kafka" (eq .Values.kafka.authentication "iam") }}
{{- else -}}
{{ $alias.backend }}
{{- end -}}
{{- end -}}

{{/* The block of the values that describes a publisher's broker; redis has none but redis itself. Takes the publisher. */}}
{{- define "kaireon.busBlock" -}}
{{- if has . (list "kafka" "redpanda" "msk" "aws_msk") -}}kafka{{- else -}}{{ . }}{{- end -}}
{{- end -}}

{{/* What config.INTERACTION_STORE resolves to: itself, else the alias, else pg. */}}
{{- define "kaireon.interactionStore" -}}
{{- $alias := .Values.interactionStore | default dict -}}
{{- .Values.config.INTERACTION_STORE | default $alias.backend | default "pg" -}}
{{- end -}}

{{/* The block of the values that describes an interaction store; pg is PostgreSQL itself. Takes the store. */}}
{{- define "kaireon.storeBlock" -}}
{{- if eq . "cassandra" -}}keyspaces{{- else -}}{{ . }}{{- end -}}
{{- end -}}

{{/* What config.SEARCH_INDEX resolves to. */}}
{{- define "kaireon.searchIndex" -}}
{{- .Values.config.SEARCH_INDEX | default (ternary "opensearch" "pg" .Values.opensearch.enabled) -}}
{{- end -}}

{{/* Whether readers' addresses reach the pods: there is one, and the overlay does not say that there are no readers. */}}
{{- define "kaireon.readers" -}}
{{- $count := 1 -}}
{{- if not (kindIs "invalid" .Values.postgresExternalReplicas) -}}{{- $count = int .Values.postgresExternalReplicas -}}{{- end -}}
{{- if and .Values.postgres.external.readerHost (gt $count 0) -}}true{{- end -}}
{{- end -}}

{{/* Port of the brokers: MSK's for the authentication unless it is given. */}}
{{- define "kaireon.kafkaPort" -}}
{{- .Values.kafka.port | default (get (dict "iam" 9098 "scram" 9096 "none" 9094) .Values.kafka.authentication) -}}
{{- end -}}

{{/*
What each tier talks to. Environment, secrets, network policies and identity follow from this one table.
  config       the ConfigMap and the application's secrets (the Node application validates its whole environment at start)
  mlWorker     asks for training: the API, and the workers, which took the retrain queue over from it
*/}}
{{- define "kaireon.uses" -}}
api: [config, postgres, redis, search, eventBus, interactionStore, mlWorker]
worker: [config, postgres, redis, search, eventBus, interactionStore, mlWorker]
outboxPublisher: [config, postgres, redis, eventBus]
stream: [config, postgres, redis, eventBus]
mlWorker: [postgres]
mcp: [api]
cron: [api]
{{- end -}}

{{/*
The stores that a tier connects to, as a YAML list of the values' blocks: postgres, redis, opensearch, kafka, ….
Takes (list $ tier).
*/}}
{{- define "kaireon.stores" -}}
{{- $root := index . 0 -}}
{{- $uses := index (include "kaireon.uses" $root | fromYaml) (index . 1) -}}
{{- $stores := list -}}
{{- if has "postgres" $uses -}}{{- $stores = append $stores "postgres" -}}{{- end -}}
{{- if has "redis" $uses -}}{{- $stores = append $stores "redis" -}}{{- end -}}
{{- if and (has "search" $uses) (eq (include "kaireon.searchIndex" $root) "opensearch") -}}
{{- $stores = append $stores "opensearch" -}}
{{- end -}}
{{- if has "eventBus" $uses -}}
{{- $stores = append $stores (include "kaireon.busBlock" (include "kaireon.publisher" $root)) -}}
{{- end -}}
{{- if has "interactionStore" $uses -}}
{{- $stores = append $stores (include "kaireon.storeBlock" (include "kaireon.interactionStore" $root)) -}}
{{- end -}}
{{ without ($stores | uniq) "pg" | toJson }}
{{- end -}}

{{/* Whether a tier signs requests with its role, so that it must reach the Pod Identity agent. Takes (list $ tier). */}}
{{- define "kaireon.signs" -}}
{{- $stores := include "kaireon.stores" . | fromJsonArray -}}
{{- $iamKafka := eq (index . 0).Values.kafka.authentication "iam" -}}
{{- range $stores -}}
{{- if or (has . (list "opensearch" "kinesis" "eventbridge" "dynamodb" "keyspaces")) (and (eq . "kafka") $iamKafka) -}}true{{- end -}}
{{- end -}}
{{- end -}}
