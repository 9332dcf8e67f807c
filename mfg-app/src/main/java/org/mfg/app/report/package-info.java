/**
 * {@code index.html}: one page with everything about a run in it, which needs no network. {@link
 * org.mfg.app.report.Report} makes the page of a run out of a {@link org.mfg.app.report.Page}, which knows how a
 * page looks and nothing of games, so that sweeps and comparisons can make theirs. The look is in the resources page.html
 * and page.css, what moves is in the scripts beside them; Java only fills in text, which it escapes, and data.
 */
@NullMarked
package org.mfg.app.report;

import org.jspecify.annotations.NullMarked;
