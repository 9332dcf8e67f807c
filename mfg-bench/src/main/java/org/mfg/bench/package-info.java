/** JMH benchmarks; run them with {@code mfg-bench/run}. Nothing depends on this package. */
@NullMarked
package org.mfg.bench;

import org.jspecify.annotations.NullMarked;
