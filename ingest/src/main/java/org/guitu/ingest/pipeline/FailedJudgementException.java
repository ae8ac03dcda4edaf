package org.guitu.ingest.pipeline;

/** The judge itself failed on a subject's timeline; what is stored is untouched. */
final class FailedJudgementException extends RuntimeException {

    FailedJudgementException(long subjectId, Throwable cause) {
        super("the judgement of subject " + subjectId + " failed", cause);
    }
}
