/**
 * Sweeps on Apache Spark: {@link org.mfg.spark.SparkEngine}. The driver sends numbers of chains out and writes what comes back,
 * so that a task that is repeated writes nothing twice. An optional module: nothing else knows it.
 */
@NullMarked
package org.mfg.spark;

import org.jspecify.annotations.NullMarked;
