// Package planeval is the root of a library that evaluates a government plan after the fact. The plan is data:
// indicators with baselines, targets and actuals; tasks with responsible departments; questionnaire results; costs;
// the evaluation procedure itself. Its packages, each importing only those above it in this list:
//
//   - indicator: published numbers, exact figures, periods; attainment, progress against schedule, growth, projections
//     and verdicts, each with its working
//   - task, survey: departments, tasks and their roll-up; questionnaires, what they show and how sure that is
//   - evaluate/score: score sheets: weights, scores, grades and ranks, what each point rests on and how firm the result is
//   - evaluate: the whole plan, read from JSON or built in Go; rules, findings and the evaluation
//   - report: the official report as a document, in zh-Hans or English; report/html, report/docx, report/markdown,
//     report/csv and report/text render it, and report/xlsx, a module of its own
//   - seeds: example plans with their sources
//
// The program examples/zibo evaluates a real city's plan: go run ./examples/zibo. The package evaluate has the
// smallest whole program as its Example.
package planeval
