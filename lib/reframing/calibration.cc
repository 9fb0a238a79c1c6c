#include "reframing/calibration.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "error.h"

namespace stumble {

namespace {

using Vector = std::vector<double>;

constexpr int kMostSteps = 25;
constexpr double kConverged = 1e-6;

double Sigmoid(double x) { return x >= 0 ? 1 / (1 + std::exp(-x)) : std::exp(x) / (1 + std::exp(x)); }

// Solves a * x = b for a symmetric positive definite matrix, in place, by Cholesky's factors.
Vector Solve(std::vector<Vector>& a, Vector b) {
  size_t n = b.size();
  for (size_t j = 0; j < n; ++j) {
    for (size_t k = 0; k < j; ++k) a[j][j] -= a[j][k] * a[j][k];
    a[j][j] = std::sqrt(std::max(a[j][j], 1e-12));
    for (size_t i = j + 1; i < n; ++i) {
      for (size_t k = 0; k < j; ++k) a[i][j] -= a[i][k] * a[j][k];
      a[i][j] /= a[j][j];
    }
  }
  for (size_t i = 0; i < n; ++i) {
    for (size_t k = 0; k < i; ++k) b[i] -= a[i][k] * b[k];
    b[i] /= a[i][i];
  }
  for (size_t i = n; i-- > 0;) {
    for (size_t k = i + 1; k < n; ++k) b[i] -= a[k][i] * b[k];
    b[i] /= a[i][i];
  }
  return b;
}

// The weights of all signs for one pattern, and the base rate's log odds at the end.
class Fit {
 public:
  Fit(const std::vector<CalibrationRow>& rows, size_t signs, size_t pattern, const std::vector<bool>& left_out)
      : rows_(rows), signs_(signs), pattern_(pattern), left_out_(left_out) {}

  // Newton's steps on the penalized likelihood; signs that `used` leaves out keep a weight of 0.
  Vector Weights(double penalty, const std::vector<bool>& used) const {
    Vector weights(signs_ + 1, 0);
    for (int step = 0; step < kMostSteps; ++step) {
      Vector gradient(signs_ + 1, 0);
      std::vector<Vector> curvature(signs_ + 1, Vector(signs_ + 1, 0));
      for (size_t s = 0; s < signs_; ++s) {
        gradient[s] = -penalty * weights[s];
        curvature[s][s] = penalty;
      }
      curvature[signs_][signs_] = 1e-9;
      for (size_t r = 0; r < rows_.size(); ++r) AddRow(rows_[r], r, weights, used, gradient, curvature);
      Vector change = Solve(curvature, gradient);
      double largest = 0;
      for (size_t s = 0; s <= signs_; ++s) {
        weights[s] += change[s];
        largest = std::max(largest, std::abs(change[s]));
      }
      if (largest < kConverged) break;
    }
    return weights;
  }

 private:
  void AddRow(const CalibrationRow& row, size_t r, const Vector& weights, const std::vector<bool>& used, Vector& gradient,
              std::vector<Vector>& curvature) const {
    double share = left_out_[r] ? 0 : row.shares[pattern_];
    if (share <= 0) return;
    std::vector<size_t> present;
    for (size_t s : row.signs)
      if (used[s]) present.push_back(s);
    present.push_back(signs_);
    double sum = 0;
    for (size_t s : present) sum += weights[s];
    double probability = Sigmoid(sum);
    double residual = share * ((row.labels[pattern_] ? 1 : 0) - probability);
    double spread = share * probability * (1 - probability);
    for (size_t i = 0; i < present.size(); ++i) {
      gradient[present[i]] += residual;
      for (size_t k = 0; k <= i; ++k) curvature[present[i]][present[k]] += spread;  // ascending: the lower half
    }
  }

  const std::vector<CalibrationRow>& rows_;
  size_t signs_, pattern_;
  const std::vector<bool>& left_out_;
};

double SumOf(const CalibrationRow& row, const Vector& weights) {
  double sum = weights.back();
  for (size_t s : row.signs) sum += weights[s];
  return sum;
}

double RoundedTo2(double number) { return std::round(number * 100) / 100; }

// Everything that is computed of rows left out when fitting: a sum for each row and pattern.
class CrossValidation {
 public:
  CrossValidation(const std::vector<CalibrationRow>& rows, size_t signs, size_t patterns, const CalibrationChoices& choices)
      : rows_(rows), signs_(signs), patterns_(patterns), choices_(choices) {}

  // `loss` is the mean negative log likelihood of the rows left out, by their shares.
  std::vector<Vector> Sums(double penalty, double& loss) const {
    std::vector<Vector> sums(rows_.size(), Vector(patterns_, 0));
    double total = 0, shares = 0;
    for (size_t fold = 0; fold < choices_.folds; ++fold) {
      std::vector<bool> left_out(rows_.size());
      for (size_t r = 0; r < rows_.size(); ++r) left_out[r] = r % choices_.folds == fold;
      for (size_t p = 0; p < patterns_; ++p) {
        Vector weights = Fit(rows_, signs_, p, left_out).Weights(penalty, std::vector<bool>(signs_, true));
        for (size_t r = fold; r < rows_.size(); r += choices_.folds) {
          sums[r][p] = SumOf(rows_[r], weights);
          double share = rows_[r].shares[p];
          double toward = rows_[r].labels[p] ? sums[r][p] : -sums[r][p];
          total += share * (toward > 0 ? std::log1p(std::exp(-toward)) : -toward + std::log1p(std::exp(toward)));
          shares += share;
        }
      }
    }
    loss = shares > 0 ? total / shares : 0;
    return sums;
  }

 private:
  const std::vector<CalibrationRow>& rows_;
  size_t signs_, patterns_;
  const CalibrationChoices& choices_;
};

// The place between the sums of rows left out at which F-beta is best.
double BestThreshold(const std::vector<CalibrationRow>& rows, const std::vector<Vector>& sums, size_t pattern, double beta) {
  std::vector<size_t> order;
  double positives = 0;
  for (size_t r = 0; r < rows.size(); ++r) {
    if (rows[r].shares[pattern] <= 0) continue;
    order.push_back(r);
    if (rows[r].labels[pattern]) positives += rows[r].shares[pattern];
  }
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return sums[a][pattern] > sums[b][pattern]; });
  double named = 0, right = 0, best = -1, threshold = 0;
  for (size_t i = 0; i < order.size(); ++i) {
    double share = rows[order[i]].shares[pattern];
    named += share;
    if (rows[order[i]].labels[pattern]) right += share;
    double f = (1 + beta * beta) * right / (named + beta * beta * positives);
    if (f <= best) continue;
    best = f;
    double next = i + 1 < order.size() ? sums[order[i + 1]][pattern] : sums[order[i]][pattern] - 0.1;
    threshold = (sums[order[i]][pattern] + next) / 2;
  }
  return threshold;
}

double ShareNamed(const std::vector<CalibrationRow>& rows, const std::vector<Vector>& sums, const Vector& thresholds,
                  bool plain) {
  size_t count = 0, named = 0;
  for (size_t r = 0; r < rows.size(); ++r) {
    bool labeled = std::any_of(rows[r].labels.begin(), rows[r].labels.end(), [](bool label) { return label; });
    if (plain ? !rows[r].is_plain : !labeled) continue;
    ++count;
    for (size_t p = 0; p < thresholds.size(); ++p) {
      if (sums[r][p] < thresholds[p]) continue;
      ++named;
      break;
    }
  }
  return count == 0 ? 0 : static_cast<double>(named) / static_cast<double>(count);
}

struct Counts {
  double right = 0, named = 0, labeled = 0;
  double F1() const { return named + labeled > 0 ? 2 * right / (named + labeled) : 0; }
};

Counts CountsOf(const std::vector<CalibrationRow>& rows, const std::vector<Vector>& sums, size_t pattern, double threshold) {
  Counts counts;
  for (size_t r = 0; r < rows.size(); ++r) {
    double share = rows[r].shares[pattern];
    bool named = sums[r][pattern] >= threshold;
    counts.named += named ? share : 0;
    counts.labeled += rows[r].labels[pattern] ? share : 0;
    counts.right += named && rows[r].labels[pattern] ? share : 0;
  }
  return counts;
}

// Raises thresholds until few enough plain texts are named: step by step the one that loses the fewest labeled texts for each plain
// text that falls silent.
void QuietPlainTexts(const std::vector<CalibrationRow>& rows, const std::vector<Vector>& sums, double most_plain,
                     Vector& thresholds) {
  double share;
  while ((share = ShareNamed(rows, sums, thresholds, /*plain=*/true)) > most_plain) {
    double best_price = INFINITY, best_raised = 0;
    size_t best = 0;
    for (size_t p = 0; p < thresholds.size(); ++p) {
      double lowest = INFINITY;  // of the plain texts named with this pattern
      for (size_t r = 0; r < rows.size(); ++r)
        if (rows[r].is_plain && sums[r][p] >= thresholds[p]) lowest = std::min(lowest, sums[r][p]);
      if (lowest == INFINITY) continue;
      double raised = lowest + 0.01;
      Counts before = CountsOf(rows, sums, p, thresholds[p]), after = CountsOf(rows, sums, p, raised);
      Vector candidate = thresholds;
      candidate[p] = raised;
      double silenced = share - ShareNamed(rows, sums, candidate, /*plain=*/true);
      // A text that two patterns name falls silent only with both: half a step counts as a little.
      double price = (before.right - after.right + 0.5) / (silenced * static_cast<double>(rows.size()) + 0.1);
      if (price >= best_price) continue;
      best_price = price;
      best = p;
      best_raised = raised;
    }
    if (best_price == INFINITY) return;
    thresholds[best] = best_raised;
  }
}

constexpr int kMostSweeps = 300;
constexpr double kSettled = 1e-3;
constexpr double kLargestStep = 0.5;     // so that a step on a curve that changes never goes too far
constexpr double kLeastSpread = 0.02;    // of a probability, likewise

// The weights of all signs for the first label, and the base rate's log odds at the end.
class LassoFit {
 public:
  LassoFit(const std::vector<CalibrationRow>& rows, size_t signs) : rows_(rows), rows_with_(signs + 1) {
    for (size_t r = 0; r < rows.size(); ++r) {
      for (size_t s : rows[r].signs) rows_with_[s].push_back(r);
      rows_with_[signs].push_back(r);
    }
  }

  Vector Weights(double penalty, const std::vector<bool>& left_out) const {
    Vector weights(rows_with_.size(), 0), sums(rows_.size(), 0);
    std::vector<size_t> all(rows_with_.size());
    std::iota(all.begin(), all.end(), size_t{0});
    // All signs once, then only those that weigh something until they settle, and so on until a look at all changes nothing.
    for (int sweep = 0; sweep < kMostSweeps; ++sweep) {
      if (Sweep(all, penalty, left_out, weights, sums) < kSettled) break;
      std::vector<size_t> weighing;
      for (size_t s : all)
        if (weights[s] != 0) weighing.push_back(s);
      for (int inner = 0; inner < kMostSweeps && Sweep(weighing, penalty, left_out, weights, sums) >= kSettled; ++inner) {
      }
    }
    return weights;
  }

 private:
  // The largest change.
  double Sweep(const std::vector<size_t>& signs, double penalty, const std::vector<bool>& left_out, Vector& weights,
               Vector& sums) const {
    double largest = 0;
    for (size_t s : signs) {
      double gradient = 0, curvature = 1e-9;
      for (size_t r : rows_with_[s]) {
        double share = left_out[r] ? 0 : rows_[r].shares[0];
        if (share <= 0) continue;
        double probability = Sigmoid(sums[r]);
        gradient += share * ((rows_[r].labels[0] ? 1 : 0) - probability);
        curvature += share * std::max(kLeastSpread, probability * (1 - probability));
      }
      double price = s + 1 == weights.size() ? 0 : penalty;
      double aim = weights[s] * curvature + gradient;
      double next = std::abs(aim) <= price ? 0 : (aim - std::copysign(price, aim)) / curvature;
      double change = std::clamp(next - weights[s], -kLargestStep, kLargestStep);
      if (change == 0) continue;
      weights[s] += change;
      for (size_t r : rows_with_[s]) sums[r] += change;
      largest = std::max(largest, std::abs(change));
    }
    return largest;
  }

  const std::vector<CalibrationRow>& rows_;
  std::vector<std::vector<size_t>> rows_with_;
};

// The lowest threshold at which few enough of the texts without the label are named.
double ThresholdFor(const std::vector<CalibrationRow>& rows, const Vector& sums, const LassoChoices& choices) {
  auto at_most = [&](bool plain, double most) -> double {
    Vector unlabeled;
    for (size_t r = 0; r < rows.size(); ++r)
      if (rows[r].shares[0] > 0 && !rows[r].labels[0] && rows[r].is_plain == plain) unlabeled.push_back(sums[r]);
    if (unlabeled.empty()) return -INFINITY;
    std::sort(unlabeled.begin(), unlabeled.end(), std::greater<>());
    return unlabeled[std::min(unlabeled.size() - 1, static_cast<size_t>(most * static_cast<double>(unlabeled.size())))];
  };
  return std::max(at_most(false, choices.most_clear), at_most(true, choices.most_plain)) + 1e-6;
}

double RoundedTo1(double number) { return std::round(number * 10) / 10; }

}  // namespace

CalibratedRule CalibrateRule(const std::vector<CalibrationRow>& rows, size_t signs, const LassoChoices& choices) {
  auto labeled = std::count_if(rows.begin(), rows.end(), [](const CalibrationRow& row) { return row.labels[0]; });
  if (static_cast<size_t>(labeled) < choices.folds)
    throw Error("expected at least " + std::to_string(choices.folds) + " texts with the label");
  LassoFit fit(rows, signs);
  CalibratedRule rule;
  Vector sums;
  double least_loss = INFINITY;
  for (double penalty : choices.penalties) {
    Vector candidate(rows.size(), 0);
    double loss = 0;
    for (size_t fold = 0; fold < choices.folds; ++fold) {
      std::vector<bool> left_out(rows.size());
      for (size_t r = 0; r < rows.size(); ++r) left_out[r] = r % choices.folds == fold;
      Vector weights = fit.Weights(penalty, left_out);
      for (size_t r = fold; r < rows.size(); r += choices.folds) {
        candidate[r] = SumOf(rows[r], weights);
        double toward = rows[r].labels[0] ? candidate[r] : -candidate[r];
        loss += rows[r].shares[0] * (toward > 0 ? std::log1p(std::exp(-toward)) : -toward + std::log1p(std::exp(toward)));
      }
    }
    if (loss >= least_loss) continue;
    least_loss = loss;
    rule.penalty = penalty;
    sums = std::move(candidate);
  }
  double threshold = ThresholdFor(rows, sums, choices);
  double named = 0, all = 0, left_alone = 0, clear = 0, plain_named = 0, plain = 0;
  for (size_t r = 0; r < rows.size(); ++r) {
    if (rows[r].shares[0] <= 0) continue;
    bool is_named = sums[r] >= threshold;
    double& of = rows[r].labels[0] ? all : rows[r].is_plain ? plain : clear;
    double& counted = rows[r].labels[0] ? named : rows[r].is_plain ? plain_named : left_alone;
    ++of;
    counted += (rows[r].labels[0] || rows[r].is_plain) == is_named ? 1 : 0;
  }
  rule.recall = named / all;
  rule.specificity = clear > 0 ? left_alone / clear : 1;
  rule.plain_named = plain > 0 ? plain_named / plain : 0;
  Vector weights = fit.Weights(rule.penalty, std::vector<bool>(rows.size(), false));
  for (size_t s = 0; s < signs; ++s)
    rule.weights.push_back(std::abs(weights[s]) >= choices.least_weight ? RoundedTo1(weights[s]) : 0);
  rule.threshold = std::max(0.1, RoundedTo1(threshold - weights[signs]));
  return rule;
}

Calibrated Calibrate(const std::vector<CalibrationRow>& rows, size_t signs, size_t patterns,
                     const CalibrationChoices& choices) {
  for (size_t p = 0; p < patterns; ++p) {
    auto labeled = std::count_if(rows.begin(), rows.end(), [&](const CalibrationRow& row) { return row.labels[p]; });
    if (static_cast<size_t>(labeled) < choices.folds)
      throw Error("expected at least " + std::to_string(choices.folds) + " texts with each pattern");
  }
  CrossValidation validation(rows, signs, patterns, choices);
  Calibrated result;
  std::vector<Vector> sums;
  double least_loss = INFINITY;
  for (double penalty : choices.penalties) {
    double loss;
    std::vector<Vector> candidate = validation.Sums(penalty, loss);
    if (loss >= least_loss) continue;
    least_loss = loss;
    result.penalty = penalty;
    sums = std::move(candidate);
  }
  Vector thresholds(patterns);
  for (size_t p = 0; p < patterns; ++p) thresholds[p] = BestThreshold(rows, sums, p, choices.beta);
  QuietPlainTexts(rows, sums, choices.most_plain, thresholds);
  result.plain_named = ShareNamed(rows, sums, thresholds, /*plain=*/true);
  result.silent = 1 - ShareNamed(rows, sums, thresholds, /*plain=*/false);

  const std::vector<bool> none_left_out(rows.size(), false);
  Counts all;
  for (size_t p = 0; p < patterns; ++p) {
    Fit fit(rows, signs, p, none_left_out);
    std::vector<bool> used(signs, true);
    Vector weights = fit.Weights(result.penalty, used);
    for (size_t s = 0; s < signs; ++s) used[s] = std::abs(weights[s]) >= choices.least_weight;
    weights = fit.Weights(result.penalty, used);
    CalibratedPattern pattern;
    for (size_t s = 0; s < signs; ++s) pattern.weights.push_back(used[s] ? RoundedTo2(weights[s]) : 0);
    pattern.threshold = RoundedTo2(std::max(0.01, thresholds[p] - weights[signs]));
    Counts counts = CountsOf(rows, sums, p, thresholds[p]);
    pattern.f1 = counts.F1();
    pattern.precision = counts.named > 0 ? counts.right / counts.named : 0;
    pattern.recall = counts.labeled > 0 ? counts.right / counts.labeled : 0;
    all.right += counts.right;
    all.named += counts.named;
    all.labeled += counts.labeled;
    result.macro_f1 += pattern.f1 / static_cast<double>(patterns);
    result.patterns.push_back(std::move(pattern));
  }
  result.micro_f1 = all.F1();
  return result;
}

}  // namespace stumble
